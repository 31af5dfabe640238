/** What people allow, on their pages, and the answers to what they ask about their data. */
package org.sencrm.ui.privacy;
