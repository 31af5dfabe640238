/** Makes the faults of the engine, in the caller's language. */
package org.sencrm.core.fault;
