/** How comments are stored. */
package org.sencrm.core.comment;
