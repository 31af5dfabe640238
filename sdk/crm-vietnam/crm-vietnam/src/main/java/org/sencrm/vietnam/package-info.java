/**
 * What a firm in Vietnam needs beside the product: rules for tax codes and two-level addresses, and the address book. The
 * packages below are exported for the screens of this module.
 */
package org.sencrm.vietnam;
