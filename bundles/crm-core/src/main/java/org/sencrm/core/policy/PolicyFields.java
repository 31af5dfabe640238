package org.sencrm.core.policy;

/** Names and codes that the parts of this package share. */
final class PolicyFields {

    static final String POLICY = "policy";
    static final String NUMBER = "number";
    static final String STATE = "state";
    static final String DRAFT = "draft";
    static final String IN_FORCE = "inForce";
    static final String WITHDRAWN = "withdrawn";
    static final String FROM = "inForceFrom";
    static final String TEXT_VI = "textVi";
    static final String TEXT_EN = "textEn";
    static final String DECIDED = "decidedAt";
    static final String WITHDRAWN_AT = "withdrawnAt";

    private PolicyFields() {}
}
