/** The audit trail, for those who may read it. */
package org.sencrm.ui.audit;
