/** What people say about records, who follows which, and what they are told of it. */
package org.sencrm.core.talk;
