//! Reports: facts and templates → text. A template is of one report (`review.j2`) and says what stands where; how a
//! heading, a list or a chart is written in Markdown, plain text or HTML is said once for each (`md.j2`, `txt.j2`,
//! `html.j2`), and the words of a language are in `words.en.j2` and `words.el.j2`. Templates of one's own take the place of
//! those that are built in.
//!
//! What comes from records is escaped wherever it is written, and a name that is not there is an error.

mod escape;
mod filters;
mod labels;
mod names;
mod plain;

pub use names::table as names;

pub use crate::domain::report::Format;

use crate::domain::brief::Language;
use crate::domain::report::{Facts, ReportKind};
use crate::words::exchange::of_templates;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, context};
use std::fmt;

/// The templates that are built in, by the names of their files.
const BUILT_IN: &[(&str, &str)] = &[
    ("meeting.j2", include_str!("templates/meeting.j2")),
    ("week.j2", include_str!("templates/week.j2")),
    ("review.j2", include_str!("templates/review.j2")),
    ("handover.j2", include_str!("templates/handover.j2")),
    ("order.j2", include_str!("templates/order.j2")),
    ("portfolio.j2", include_str!("templates/portfolio.j2")),
    ("parts.j2", include_str!("templates/parts.j2")),
    ("md.j2", include_str!("templates/md.j2")),
    ("txt.j2", include_str!("templates/txt.j2")),
    ("html.j2", include_str!("templates/html.j2")),
    ("words.en.j2", include_str!("templates/words.en.j2")),
    ("words.el.j2", include_str!("templates/words.el.j2")),
];

/// A template of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// The name of its file, which ends in `.j2`.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// Why a report could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// In which template.
    pub template: String,
    /// In which line of it, from 1; 0 where that is not known.
    pub line: usize,
    /// What is wrong, in words.
    pub why: String,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.template, self.why),
            line => f.write_str(&of_templates::of_template(&self.template, line, &self.why)),
        }
    }
}

impl std::error::Error for TemplateError {}

impl TemplateError {
    /// The innermost cause is told: it names the template in which it is.
    fn of(error: &Error, template: &str) -> Self {
        let mut inner = error;
        while let Some(next) = std::error::Error::source(inner).and_then(|e| e.downcast_ref::<Error>()) {
            inner = next;
        }
        let detail = inner.detail().unwrap_or_default();
        let said = match inner.kind() {
            ErrorKind::UndefinedError => of_templates::no_name(),
            ErrorKind::SyntaxError => of_templates::cannot_be_read(),
            ErrorKind::UnknownFilter => of_templates::no_filter(),
            ErrorKind::UnknownFunction | ErrorKind::UnknownMethod => of_templates::no_function(),
            ErrorKind::TemplateNotFound => of_templates::no_template(),
            ErrorKind::MissingArgument => of_templates::something_missing(),
            ErrorKind::TooManyArguments => of_templates::too_much(),
            _ => of_templates::not_carried_out(),
        };
        let why = if detail.is_empty() { said.to_owned() } else { format!("{said}: {detail}") };
        let name = inner.name().or_else(|| error.name()).unwrap_or(template);
        Self { template: name.to_owned(), line: inner.line().or_else(|| error.line()).unwrap_or(0), why }
    }
}

/// The names a template of this report may have, the one that counts first.
fn candidates(stem: &str, language: Language, format: Format) -> [String; 4] {
    let (language, format) = (language.code(), format.ending());
    [
        format!("{stem}.{language}.{format}.j2"),
        format!("{stem}.{language}.j2"),
        format!("{stem}.{format}.j2"),
        format!("{stem}.j2"),
    ]
}

/// The names of the templates that can be replaced by ones of one's own.
pub fn built_in() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|(name, _)| *name)
}

/// What stands in a template that is built in.
pub fn text_of(name: &str) -> Option<&'static str> {
    BUILT_IN.iter().find(|(built, _)| *built == name).map(|(_, text)| *text)
}

/// The template from which a report is written, with its name.
pub fn template(kind: ReportKind, language: Language, format: Format, own: &[Own]) -> (String, &str) {
    let of_own = |name: &String| own.iter().find(|own| own.name == *name).map(|own| own.text.as_str());
    let of_ours = |name: &String| text_of(name);
    let names = candidates(kind.name(), language, format);
    let find = |name: &String| of_own(name).or_else(|| of_ours(name));
    names.iter().find_map(|name| Some((name.clone(), find(name)?))).unwrap_or_default()
}

/// Writes a report.
///
/// # Errors
/// When a template is wrong: which one, where, and what about it.
pub fn render(
    kind: ReportKind,
    facts: &Facts,
    language: Language,
    format: Format,
    own: &[Own],
) -> Result<String, TemplateError> {
    render_within(kind, facts, language, format, own, plain::COLUMNS)
}

/// Writes a report, of plain text with lines of at most so many columns.
///
/// # Errors
/// When a template is wrong: which one, where, and what about it.
pub fn render_within(
    kind: ReportKind,
    facts: &Facts,
    language: Language,
    format: Format,
    own: &[Own],
    columns: usize,
) -> Result<String, TemplateError> {
    let (name, _) = template(kind, language, format, own);
    let failed = |error: Error| TemplateError::of(&error, &name);
    let mut env = environment(language, format);
    let ours = BUILT_IN.iter().copied().filter(|(built, _)| own.iter().all(|own| own.name != *built));
    for (name, text) in ours.chain(own.iter().map(|own| (own.name.as_str(), own.text.as_str()))) {
        env.add_template(name, text).map_err(|error| TemplateError::of(&error, name))?;
    }
    let facts = minijinja::Value::from(Serde(facts));
    let told = env.get_template(&name).and_then(|template| template.render(context! { ..facts }));
    let text = told.map_err(failed)?;
    Ok(match format {
        Format::Plain => plain::laid_out(&text, columns),
        Format::Markdown | Format::Html => tidy(&text),
    })
}

fn environment<'a>(language: Language, format: Format) -> Environment<'a> {
    let mut env = Environment::new();
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    // With the usual signs it is always right.
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        env.set_syntax(syntax);
    }
    env.set_auto_escape_callback(move |_| AutoEscape::Custom(format.ending().into()));
    env.set_formatter(move |out, _, value| {
        if value.is_none() {
            return out.write_str(filters::NOTHING).map_err(Error::from);
        }
        let text = value.to_string();
        let written = if value.is_safe() { text } else { escape::escaped(&text, format) };
        out.write_str(&written).map_err(Error::from)
    });
    env.add_global("form", format!("{}.j2", format.ending()));
    env.add_global("words", format!("words.{}.j2", language.code()));
    env.add_global("lang", language.code());
    env.add_global("cell", minijinja::Value::from_safe_string(plain::CELL.to_string()));
    filters::add(&mut env, language);
    env
}

/// No more than one empty line, none at the start, no blanks at the end of a line.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = true;
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && empty) {
            out.extend([line, "\n"]);
        }
        empty = line.is_empty();
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}
