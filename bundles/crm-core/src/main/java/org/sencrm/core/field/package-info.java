/** Custom fields: real columns on the tables of the types, which come and go while records are read and written. */
package org.sencrm.core.field;
