/** Where people set up their own second factors, and what a key costs. */
package org.sencrm.tokenkey.ui;
