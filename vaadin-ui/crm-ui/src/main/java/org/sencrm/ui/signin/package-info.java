/** The page at which people sign in. */
package org.sencrm.ui.signin;
