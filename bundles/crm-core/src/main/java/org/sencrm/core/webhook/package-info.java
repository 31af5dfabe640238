/** Webhooks: which changes go to which addresses, and what became of it. */
package org.sencrm.core.webhook;
