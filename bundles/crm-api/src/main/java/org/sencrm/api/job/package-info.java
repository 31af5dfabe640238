/** Long work that outlives the request that started it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.sencrm.api.job;
