#pragma once

#include <QLineEdit>

namespace deskbell::console {

class Theme;

/// Where one types what is looked for: with a glass, the key that leads here, and a cross while something is typed.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const Theme &theme, QWidget *parent = nullptr);
};

} // namespace deskbell::console
