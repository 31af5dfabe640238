/**
 * Module packages: what a signed KAR holds, whether it may be believed, where it is kept and where others are to be had.
 * Knows nothing of the run-time that the bundles are put into.
 */
package org.sencrm.modules.pack;
