/** Where administrators say which directory is asked. */
package org.sencrm.singlesignon.ui;
