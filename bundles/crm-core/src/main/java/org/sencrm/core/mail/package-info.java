/** Mail that leaves the product: a table of what was sent to whom, and the line to the mail server. */
package org.sencrm.core.mail;
