/**
 * Selling: leads, opportunities and the pipelines that they move through. Nothing here is exported; other modules meet
 * the records of this one by their types.
 */
package org.sencrm.sales;
