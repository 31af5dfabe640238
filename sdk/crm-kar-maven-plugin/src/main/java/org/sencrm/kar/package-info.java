/** The part of the build that makes signed packages of modules. */
package org.sencrm.kar;
