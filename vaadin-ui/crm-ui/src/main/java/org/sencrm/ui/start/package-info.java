/** What brings the screens up: the servlet, push, the routes. Knows every view; no view knows it. */
package org.sencrm.ui.start;
