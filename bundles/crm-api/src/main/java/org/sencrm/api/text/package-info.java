/** Texts of all installed modules in the languages of the product. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.sencrm.api.text;
