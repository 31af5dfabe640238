/** The audit trail: what happened is put in beside its cause, and sealed into a chain by one at a time. */
package org.sencrm.core.audit;
