//! How a row of the table of commands is written.

/// Declares, for each that has the keys, the enum of what only it can do, and the one table of all, so that none can lack
/// a row of the other. A row is a scope, a command of its own with its name, or (behind `=`) one that is common to all, or
/// (behind `+`) a kind of record, to add one, with its name. Of what the menu shows it says besides what it is `called`, by
/// which letter it `adds` something after `a` or `goes` somewhere after `g`, and what people `also` call it. What turns to a
/// `page` names it: it can run where the record has one of that name.
macro_rules! commands {
    ($(
        $(#[$doc:meta])* $wrap:ident $set:ident {
            $( $scope:ident $(= $shared:ident)? $(+ $added:ident $new:literal)? $($variant:ident $name:literal)? [$($key:literal),*] $hint:literal $group:ident $about:literal
              $(if $when:ident)? $(page $page:literal)? $(called $title:literal)? $(adds $adds:literal)? $(goes $goes:literal)?
              $(also $synonyms:literal)? ; )*
        }
    )*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            pub enum $set { $($( #[doc = $about] $variant, )?)* }

            impl From<$set> for Command {
                fn from(command: $set) -> Self {
                    Self::$wrap(command)
                }
            }
        )*

        /// Something a person can ask the program to do, by who does it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command {
            /// What means the same everywhere: whoever has the keys does it.
            Common(Common),
            /// Writes down a new record of a kind.
            Add(Kind),
            $( $(#[$doc])* $wrap($set), )*
        }

        /// The table, in the order in which footer and menu show it.
        pub const COMMANDS: &[Spec] = &[$($(Spec {
            command: commands!(@command $wrap $set $(= $shared)? $(+ $added)? $($variant)?),
            name: commands!(@name $(= $shared)? $($new)? $($name)?),
            scope: Scope::$scope,
            keys: &[$($key),*],
            hint: $hint,
            group: Group::$group,
            about: $about,
            when: commands!(@when $($when)? $(page $page)?),
            title: commands!(@text $($title)?),
            letter: commands!(@letter $(adds $adds)? $(goes $goes)?),
            synonyms: commands!(@text $($synonyms)?),
        },)*)*];
    };
    (@command $wrap:ident $set:ident = $shared:ident) => { Command::Common(Common::$shared) };
    (@command $wrap:ident $set:ident + $added:ident) => { Command::Add(Kind::$added) };
    (@command $wrap:ident $set:ident $variant:ident) => { Command::$wrap($set::$variant) };
    (@name = $shared:ident) => { Common::$shared.name() };
    (@name $name:literal) => { $name };
    (@text) => { "" };
    (@text $text:literal) => { $text };
    (@letter) => { None };
    (@letter adds $letter:literal) => { Some(Letter { scope: Scope::Strip, key: $letter, way: concat!("a ", $letter) }) };
    (@letter goes $letter:literal) => { Some(Letter { scope: Scope::Goto, key: $letter, way: concat!("g ", $letter) }) };
    (@when) => { Guard::Always };
    (@when $when:ident) => { Guard::$when };
    (@when page $page:literal) => { Guard::HasPage($page) };
}
pub(super) use commands;
