/** Days in the lives of customers: how old they are, what comes back each year, and what automations make of it. */
package org.sencrm.core.occasion;
