/**
 * The product in a plain JUnit test: begin with {@link org.sencrm.testkit.TestCrm}. No container, no server, no port; a
 * test that has run leaves nothing behind.
 */
package org.sencrm.testkit;
