/** What a page inside the frame is made from. */
package org.sencrm.ui.view;
