/** Record types that administrators make while the product runs. */
package org.sencrm.core.customtype;
