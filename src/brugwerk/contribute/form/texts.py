"""The words of the form, in the language of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def introductions(say: Callable[[str], str]) -> Mapping[str, tuple[str, str]]:
    """Return what each kind of contribution is called, and what it is, by kind of record.

    Args:
        say: Translates to the language of the site.
    """
    return {
        "product": (
            say("Product"),
            say("A design, a lesson or a guideline that your network made."),
        ),
        "adoption": (
            say("We use a product"),
            say("How your school works with a product from this site, or why not."),
        ),
        "network": (
            say("Network"),
            say("A learning network: its question, its agreements and its meetings."),
        ),
        "school": (
            say("School"),
            say("Your school, by its name or by a pseudonym."),
        ),
        "reflection": (
            say("Reflection"),
            say("What your network concluded when it looked back together."),
        ),
    }


def form_texts(say: Callable[[str], str]) -> Mapping[str, str]:
    """Return every text of the form by the name that its scripts use.

    Args:
        say: Translates to the language of the site; words in braces are filled in by the scripts.
    """
    return {
        # The first page
        "lead": say(
            "Fill in a form, and it becomes the text file that this site is made of. You need "
            "no account to begin."
        ),
        "whatToContribute": say("What do you want to contribute?"),
        "improve": say(
            "Do you want to improve something that is here already? Go to its page and choose "
            "“Improve this” at the bottom."
        ),
        "staysHere": say(
            "What you type stays in this browser until you choose a way to send it. On a "
            "shared computer others can read your drafts."
        ),
        "yourDrafts": say("Your drafts in this browser"),
        "savedOn": say("saved on {when}"),
        "throwAway": say("Throw away"),
        "throwAwayNamed": say("Throw away: {name}"),
        "throwAwaySure": say("Press again to throw it away for good"),
        "thrownAway": say("Thrown away: {name}"),
        # The form
        "back": say("Back to the beginning"),
        "overview": say("Where you are"),
        "untitled": say("{kind} without a name"),
        "choose": say("Choose …"),
        "usually": say("Usual: {value}"),
        "ownDraft": say("{name} (your draft)"),
        "mayBeEmpty": say("(may stay empty)"),
        "moreFields": say("More fields"),
        "example": say("For instance: {example}"),
        "hours": say("hours"),
        "minutes": say("minutes"),
        "narrow": say("Search in this list"),
        "shownChoices": say("Choices shown: {n}"),
        "nothingToChoose": say("There is nothing here to choose from yet."),
        # Lists that grow
        "add": say("Add to “{list}”"),
        "added": say("Number {n} is added to “{list}”."),
        "up": say("Up"),
        "down": say("Down"),
        "remove": say("Remove"),
        "upNamed": say("Up: {name}"),
        "downNamed": say("Down: {name}"),
        "removeNamed": say("Remove: {name}"),
        "moved": say("“{name}” is now number {n} of {all}."),
        "removed": say("“{name}” is removed. You can put it back."),
        "putBack": say("Put back what you removed"),
        # The draft
        "notSavedYet": say("Nothing is kept yet. That happens by itself as soon as you type."),
        "savedAt": say("Draft kept at {time}"),
        "storageFull": say(
            "This browser has no room left to keep your draft. Throw away an old draft, or "
            "download the file below before you leave."
        ),
        "storageRefused": say(
            "This browser does not keep drafts, perhaps because of a private window. Download "
            "the file below before you leave."
        ),
        "revising": say(
            "You are improving something that is on the site. Everything in it stays, except "
            "lines of explanation that begin with #. Is this a product? Then give it a new "
            "version number and say under “Changes” what is different."
        ),
        "revisingDraft": say("This is your draft of earlier."),
        "startAgain": say("Start again from the version on the site"),
        # Progress in words
        "toDo": say("Still to do: {fields}."),
        "toDoHere": say("Something here is still to do."),
        "toDoShort": say("still to do"),
        "done": say("This is in order."),
        "doneShort": say("in order"),
        "maySkip": say("You can leave this for later."),
        "maySkipShort": say("for later"),
        # The name of the file
        "productName": say("The address of the product"),
        "adoptionName": say("Which school, which product"),
        "networkName": say("The address of the network"),
        "schoolName": say("The address of the school"),
        "reflectionName": say("Which network, which meeting"),
        "nameInAddress": say("Name in the address"),
        "nameInAddressHint": say(
            "Small letters, digits and hyphens. Choose well: schools will link to it, so it "
            "does not change later."
        ),
        "fixedName": say("The address is fixed. This is the file:"),
        "schoolOwner": say("School"),
        "schoolOwnerHint": say("Is your school not in the list? Then contribute the school first."),
        "networkOwner": say("Network"),
        "networkOwnerHint": say(
            "Is your network not in the list? Then contribute the network first."
        ),
        "ofProduct": say("Product"),
        "dayOfMeeting": say("Date of the meeting"),
        "dayOfMeetingHint": say("The reflection gets this date as its address."),
        "schoolMissing": say("Choose the school."),
        "networkMissing": say("Choose the network."),
        "productNameMissing": say("The product has no name in the address yet."),
        "networkNameMissing": say("The network has no name in the address yet."),
        "schoolNameMissing": say("The school has no name in the address yet."),
        "adoptionNameMissing": say("Choose the product."),
        "reflectionNameMissing": say("Choose the date of the meeting."),
        "taken": say(
            "“{name}” is already on the site. Choose another one, or improve what is there "
            "from its own page."
        ),
        # The text
        "theText": say("The text"),
        "productText": say("How do you do it, step by step?"),
        "adoptionText": say("What else do you want to tell?"),
        "networkText": say("What else do you want to tell of the network?"),
        "schoolText": say("What kind of school is it?"),
        "reflectionText": say("What else do you want to tell of the talk?"),
        "textHint": say(
            "An empty line begins a new paragraph. ## makes a heading, a hyphen makes a list, "
            "**two stars** make bold."
        ),
        # Handing over
        "handOver": say("Look over and propose"),
        "handOverLead": say(
            "Look it over first. Then choose how to send it to the editors. They read it "
            "before it comes on the site."
        ),
        "preview": say("See the file"),
        "fileAt": say("This file goes to:"),
        "lookOver": say("Look it over"),
        "wrong": say("Still to mend: {n}"),
        "sound": say("Nothing wrong was found here."),
        "advice": say("Think of this too. It stops nothing."),
        "later": say(
            "When you propose it, the check also looks whether links lead to a clear place, "
            "pictures come from this site and formulas can be read, and whether the text "
            "holds unseen signs or data of people."
        ),
        # For an adoption there is nothing more.
        "productLater": say(
            "It also looks whether attachments are there and can be opened, and for a "
            "transferable product whether a school outside the makers' class used it."
        ),
        "networkLater": say(
            "For a closed network it also looks whether a school works with what it made."
        ),
        "schoolLater": say("It also looks how many new products the school has at once."),
        "reflectionLater": say("It also looks whether the network met on this day."),
        "downloadAnyway": say("You can download the file as it is now and go on later."),
        "chooseWay": say("Choose one of these ways."),
        "createWay": say(
            "Propose it on {host}. You need a free account there. Name and text are filled in "
            "already; read them, and press the button to propose the change."
        ),
        "createGo": say("Open {host} with this text"),
        "editWay": say(
            "Propose it on {host}. Copy the text, open the file there, replace everything in "
            "it, and press the button to propose the change."
        ),
        "editGo": say("Open the file on {host}"),
        "uploadWay": say(
            "Propose it on {host}. The text is too long to take along in a link. Download the "
            "file, open the page for files on {host}, and put the file in the folder "
            "`{folder}`."
        ),
        "uploadGo": say("Open the page for files on {host}"),
        "mailWay": say("Mail it to the editors ({contact}). The text is in the mail already."),
        "mailGo": say("Open a mail with this text"),
        "attachWay": say(
            "Mail it to the editors ({contact}). Download the file and put it with the mail "
            "as an attachment."
        ),
        "attachGo": say("Open a mail"),
        "downloadWay": say(
            "Download the file. It belongs in the folder `{folder}` of the files of this "
            "site; give it to whoever manages those."
        ),
        "download": say("Download the file"),
        "copy": say("Copy the text"),
        "copied": say("The text is copied."),
        "copyYourself": say(
            "The text is selected. Copy it with the keys or the menu of your browser."
        ),
        "mailSubject": say("{kind}: {title}"),
        "mailGreeting": say("Dear editors, this is my contribution to the site."),
        "attachments": say(
            "The attachments go along apart. Put these files below `{folder}`, "
            "if they are not there yet:"
        ),
        "uploadThere": say("Open the page to add files there"),
    }
