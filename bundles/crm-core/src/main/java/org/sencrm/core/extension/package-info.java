/** Services of modules that take part in the engine: they come and go, and are met only when they are needed. */
package org.sencrm.core.extension;
