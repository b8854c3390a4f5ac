#pragma once

/// The part of an UPDATE of `chat` after which nobody is offered it; a comma stands behind it.
#define NO_OFFER                                                                                                       \
    " offerKind = NULL, offerOperatorId = NULL, offerDepartmentId = NULL, offeredBy = NULL, offerNote = NULL,"         \
    " offerUntil = NULL,"
