/** What a company set up of its own: what it is, how it is taken back, and how it goes from one installation to another. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.sencrm.api.configuration;
