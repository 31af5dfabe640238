/** How people prove who they are: the sign-in page and the password behind it. */
package org.sencrm.ui.signin;
