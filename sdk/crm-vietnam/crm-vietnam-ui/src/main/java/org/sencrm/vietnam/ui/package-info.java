/** Panels and the tile of the module: tax code and address, amount in words, lunar dates and public holidays. */
package org.sencrm.vietnam.ui;
