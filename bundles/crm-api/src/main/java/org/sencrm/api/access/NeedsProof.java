package org.sencrm.api.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what is dangerous in the hands of somebody who finds a browser open: it is refused with {@link
 * org.sencrm.api.signin.ProofRequired} for a caller at a browser who did not prove lately who they are, see {@link
 * Access#requireProof}. Record types, actions and settings have marks of their own: {@code CrmRecord.proof}, {@link
 * org.sencrm.api.record.RecordAction#PROOF}.
 *
 * @since 1.5
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsProof {}
