/** Automations: what they wait for, how they run, what the product itself can do by them. */
package org.sencrm.core.automation;
