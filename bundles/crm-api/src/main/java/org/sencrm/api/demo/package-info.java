/** Made-up data that shows the product and is removed again whole. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.1")
package org.sencrm.api.demo;
