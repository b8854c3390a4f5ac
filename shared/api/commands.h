#pragma once

/// Every request that a client can make: its fields, its answer, and the Operation that describes it.
#include "shared/api/addresscommands.h"
#include "shared/api/chatcommands.h"
#include "shared/api/chatdetailcommands.h"
#include "shared/api/departmentcommands.h"
#include "shared/api/handovercommands.h"
#include "shared/api/messagecommands.h"
#include "shared/api/operatorcommands.h"
#include "shared/api/sessioncommands.h"
#include "shared/api/visitorcommands.h"
