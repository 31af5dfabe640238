/** Takes files from the browser to whoever reads them. */
package org.sencrm.ui.upload;
