/** Where people set up their own second factors, what asks for a security key at the sign-in, and what a key costs. */
package org.sencrm.tokenkey.ui;
