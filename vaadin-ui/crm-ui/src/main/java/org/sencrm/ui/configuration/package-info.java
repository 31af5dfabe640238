/** What the company set up of its own: told, taken back, exported and promoted. */
package org.sencrm.ui.configuration;
