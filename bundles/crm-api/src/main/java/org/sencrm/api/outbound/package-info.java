/** The one door through which the product asks other machines for something. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.3.0")
package org.sencrm.api.outbound;
