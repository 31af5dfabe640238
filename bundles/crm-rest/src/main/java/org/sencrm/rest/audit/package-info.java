/** The audit trail in REST. */
package org.sencrm.rest.audit;
