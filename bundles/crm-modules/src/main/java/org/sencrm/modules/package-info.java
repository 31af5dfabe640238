/** The life cycle of modules on Karaf's features, the only part of the product that knows Karaf. */
package org.sencrm.modules;
