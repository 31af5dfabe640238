/** The access gate: the one place that knows who may see and do what. Default is deny. */
package org.sencrm.core.gate;
