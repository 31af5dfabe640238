/** What the product itself shows of customers: who belongs to whom, and how far they have come. */
package org.sencrm.ui.people;
