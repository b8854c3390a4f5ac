#pragma once

namespace deskbell::console {

class Actions;
class Questions;
class Theme;
class Workspace;

/// What every page of the administration stands on. None of it is owned.
struct AdminContext
{
    Theme &theme;
    Workspace &workspace;
    Actions &actions;
    Questions &questions;
};

} // namespace deskbell::console
