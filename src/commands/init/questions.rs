//! The five questions, or the flags in their place.

use super::answers::{self, Answers};
use crate::cli::Init;
use crate::commands::Failed;
use inquire::validator::Validation;
use inquire::{InquireError, Text};

/// Makes an answer sound, or says what to write instead.
type Check = fn(&str) -> Result<String, &'static str>;

/// One of the five.
struct Question {
    flag: &'static str,
    words: &'static str,
    help: &'static str,
    default: Option<&'static str>,
    check: Check,
}

const NAME: Question = Question {
    flag: "--name",
    words: "What is your group called?",
    help: "It stands at the top of every page",
    default: None,
    check: answers::text,
};
const ABOUT: Question = Question {
    flag: "--about",
    words: "What are you organising around?",
    help: "A few words: damp homes, the number 9 bus, somewhere for young people to go",
    default: None,
    check: answers::about,
};
const LANG: Question = Question {
    flag: "--lang",
    words: "Which language will you write in?",
    help: "Its tag: en for English, cy for Welsh. The first texts are in English whatever you say",
    default: Some("en"),
    check: answers::lang,
};
const CONTACT: Question = Question {
    flag: "--contact",
    words: "How can people reach you?",
    help: "An email address, a phone number or a postal address. Everybody will see it",
    default: None,
    check: answers::contact,
};
const COLOUR: Question = Question {
    flag: "--colour",
    words: "Do you have a colour?",
    help: "As in #a3195b. Press Enter if you have none",
    default: Some(""),
    check: answers::colour,
};

/// The answers, asked for where no flag gives one.
pub(super) fn ask(args: &Init) -> Result<Answers, Failed> {
    answers(args, |question| {
        let check = question.check;
        let mut prompt =
            Text::new(question.words).with_help_message(question.help).with_validator(move |text: &str| {
                Ok(check(text).map_or_else(|why| Validation::Invalid(why.into()), |_| Validation::Valid))
            });
        if let Some(default) = question.default.filter(|default| !default.is_empty()) {
            prompt = prompt.with_default(default);
        }
        match prompt.prompt() {
            Ok(answer) => Ok(answer),
            Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => {
                Err(Failed::new("stopped, so nothing was written"))
            }
            Err(error) => Err(Failed::new(format!("cannot ask on this terminal: {error}"))),
        }
    })
}

/// The answers from flags alone, where nobody can be asked.
pub(super) fn take(args: &Init) -> Result<Answers, Failed> {
    let given = [(&NAME, &args.name), (&ABOUT, &args.about), (&CONTACT, &args.contact)];
    let missing: Vec<_> =
        given.iter().filter(|(_, given)| given.is_none()).map(|(question, _)| question.flag).collect();
    if !missing.is_empty() {
        let plural = if missing.len() == 1 { "" } else { "s" };
        return Err(Failed::new(format!(
            "there is no terminal to ask on, so nothing was written. Add the missing flag{plural}: {}",
            missing.join(", ")
        )));
    }
    answers(args, |question| Ok(question.default.unwrap_or_default().to_owned()))
}

/// All five, in the order in which they are asked. A flag that is no answer fails before the first question.
fn answers(args: &Init, mut ask: impl FnMut(&Question) -> Result<String, Failed>) -> Result<Answers, Failed> {
    let five = [
        (&NAME, &args.name),
        (&ABOUT, &args.about),
        (&LANG, &args.lang),
        (&CONTACT, &args.contact),
        (&COLOUR, &args.colour),
    ];
    for (question, given) in five {
        if let Some(Err(why)) = given.as_deref().map(question.check) {
            return Err(Failed::new(format!("{}: {why}", question.flag)));
        }
    }
    let mut answer = |(question, given): (&Question, &Option<String>)| {
        let answer = given.clone().map_or_else(|| ask(question), Ok)?;
        (question.check)(&answer).map_err(|why| Failed::new(format!("{}: {why}", question.flag)))
    };
    let [name, about, lang, contact, colour] = five;
    Ok(Answers {
        name: answer(name)?,
        about: answer(about)?,
        lang: answer(lang)?,
        contact: answer(contact)?,
        colour: answer(colour)?,
    })
}
