//! The half pages: for each dimension what a gap may mean from either side, what is worth knowing, and what to do.

/// A half page without the gap at hand.
pub(super) struct Topic {
    pub(super) dimension: &'static str,
    /// What is worth seeing where leaders say more than the team does, and where the team says more.
    pub(super) directions: [&'static str; 2],
    pub(super) body: [&'static str; 3],
    pub(super) monday: &'static str,
}

/// For each dimension that ships, in its order.
pub(super) const TOPICS: [Topic; 7] = [
    Topic {
        dimension: "Hands-on experience",
        directions: [
            "Both can be true at once: the tasks that leaders try AI on are often not the tasks of this team.",
            "The people closest to the work have a head start here, and can show what they found.",
        ],
        body: [
            "Today’s tools are uneven. They write a good first draft of a letter, and miscount the attachments to it. A demo shows the part that works; a working week shows the rest. Nobody can tell from outside where the edge runs for a particular task: it takes an hour with the real thing.",
            "Picture a new colleague who has read every book and has never seen your filing room. Brilliant on Monday, lost on Tuesday, and equally sure of themselves on both days. You would not plan a quarter around them before you had watched them do one of your own cases.",
            "So the useful question is not whether AI is good, but which of our tasks it carries today, which it carries with checking, and which it does not carry. The answer changes every few months, and it is learned by doing.",
        ],
        monday: "Ask one team member for a real task that took them an hour last week. Do it together with AI, for 45 minutes, with you at the keyboard. Write down one thing that surprised you, and tell the team.",
    },
    Topic {
        dimension: "Access and use",
        directions: [
            "Seats, sign-ins and licences are easy to count, and look like use. What people say about their own week is a different number.",
            "Use has grown quietly here. Support, rules and budget may still be sized for the smaller number.",
        ],
        body: [
            "There are three numbers behind the word adoption. How many people have a tool. How many used it in the past week. How many use it inside a task that the team delivers. Each is smaller than the one before, and only the last one changes results. A report that shows the first one alone is about purchasing.",
            "Picture a gym. Members, people who came this week, and people who are fitter than last year are three different lists, and nobody would put the first one forward as proof of the last.",
            "People also leave tools unopened for sound reasons: the task is too small, the data may not go in, checking takes longer than doing. Those reasons are the list of what to change next, so they are worth hearing one by one.",
        ],
        monday: "Take the next adoption figure that crosses your desk and ask which of the three numbers it is. Then ask two people what would have to change in their week for the tool to be worth opening.",
    },
    Topic {
        dimension: "Sharing and learning",
        directions: [
            "From above, one good story told twice looks like learning. From within, most of what people find stays with them.",
            "More is passed on here than can be seen from above. It may need room and credit to reach other teams.",
        ],
        body: [
            "One person who saves an hour has saved an hour. A team saves hundreds when the next person does not have to find the same way again. That second step does not happen by itself: writing a finding down costs the writer ten minutes today and pays somebody else next month.",
            "Picture a village where every house has dug its own well. Everybody has water, everybody has dug for weeks, and nobody knows which neighbour hit rock. A map of the wells would have cost an evening.",
            "What makes it travel is plain: a fixed time in working hours, one known place, and thanks for what did not work as well as for what did. Where only successes are welcome, people keep quiet about the rest, and the rest is where others would have saved most.",
        ],
        monday: "Put twenty minutes into this week’s calendar for “what I tried, what did not work”. Go first, with something that did not work for you. Name the one place where notes go.",
    },
    Topic {
        dimension: "Team workflow and results",
        directions: [
            "Leaders hear of single steps that got faster. The team sees when the shared work is finished, and that may not have moved.",
            "The team already finishes some shared work sooner. It is worth finding out where, before anything is changed.",
        ],
        body: [
            "Work that passes through several hands is as fast as its slowest wait. If drafting takes a quarter of the time it did and approval still takes a week, the customer waits a week. Faster steps can even make it worse: more drafts arrive at the same desk for checking.",
            "Picture a motorway that got two more lanes, up to the same old bridge. Every car drives faster, the queue at the bridge is longer, and the trip takes as long as before.",
            "So measure from start to finish, not step by step: from the moment a request comes in to the moment its receiver can use the result, with rework counted. Then look where it waits. The best use of AI may be at the wait, not where it is easiest to apply.",
        ],
        monday: "Choose one piece of shared work that was finished last week. Walk it backwards with the people who did it, and write down how long it was worked on and how long it waited. Ask what would shorten the longest wait.",
    },
    Topic {
        dimension: "Context",
        directions: [
            "The tool is there, and leaders reckon that what it needs to know is there too. Users meet the missing pieces.",
            "People have supplied more than leaders know: examples, terms, access. Somebody should own it, or it will age.",
        ],
        body: [
            "A model knows what the world has written and nothing about your house: your products, your exceptions, last month’s decision. What it is given along with a task decides more about the result than which model it is. That is all that the phrase context engineering means.",
            "Picture a very able temp on the first day. Give them the case alone, and you get a polite, general answer. Give them three good examples, the list of terms and the two rules that matter, and by noon you get work that you would sign.",
            "Context has five parts, and each needs a decision that only leaders can make: access to the documents, examples of good work, rules for what may go in, an owner who keeps it current, and a budget for both. Where one is missing, people fill the hole by hand, task after task.",
        ],
        monday: "Ask one person to show you a task where AI fell short of light edits. Ask what a new colleague would have needed to know. Find out which of the five parts is missing, and who could decide it this week.",
    },
    Topic {
        dimension: "Promises and proof",
        directions: [
            "Leaders feel that people are asked and that success is defined. The people doing the work see less of both.",
            "People here feel asked, and can say how success is measured, more than leaders reckon. That is worth building on.",
        ],
        body: [
            "A mandate says: use AI, and be 20 percent faster by summer. Nobody can be against it, and nobody can tell in summer whether it happened. An experiment says: this task, these people, this measure, these six weeks, and we stop if rework doubles. It is smaller, and it can be won.",
            "Picture two captains. One announces the day of arrival. The other announces the course, the speed to be reached by Thursday, and when to turn back. Only the second crew knows on Friday where it stands.",
            "The people who do the work know what the promise will meet: the exception, the supplier, the month end. Asking them takes an hour before the announcement. Finding out afterwards takes a quarter, and costs belief in the next one.",
        ],
        monday: "Take the next AI goal that you mean to announce. Before you do, fill in one page with two people who would do the work: problem, one measure, today’s figure, time box, when to stop, and the day on which you look again together.",
    },
    Topic {
        dimension: "Direction and candour",
        directions: [
            "Goals look clearer, and doubts easier to raise, from above than from within.",
            "The team finds goals clearer, and doubts easier to raise, than leaders expect. Keep whatever makes it so.",
        ],
        body: [
            "A doubt about a plan is at its cheapest on the day somebody first has it. Raised in week one, it is a sentence. Raised in month six, it is a write-off with a review. Whether it is raised depends less on courage than on what happened to the last one.",
            "Picture the smoke detector in the kitchen. It is annoying, it goes off for toast, and everybody who ever took the battery out had a reason that evening. A house that punishes false alarms ends up with no alarms.",
            "Clear goals help as well. If five people explain a goal in five ways, each can be busy and none of them heading for the same place. Asking people to say it in their own words shows this within ten minutes, and nobody loses face.",
        ],
        monday: "Ask five people to write your most important AI goal in one sentence, without looking it up. Read all five aloud together. Then ask for one doubt about the plan, and answer it within the week, in the open.",
    },
];

/// For a dimension of other wording, and where there is no particular gap.
pub(super) const GENERAL: Topic = Topic {
    dimension: "",
    directions: [
        "Two views of the same thing, from two places in the company. Both are what people see from where they stand.",
        "The people who do the work see more of this than leaders do. That is worth hearing first.",
    ],
    body: [
        "A gap between two views is not a mistake that somebody made. Leaders see reports, demos and intentions; a team sees Tuesday afternoon. Both are real. A gap shows where the two have not been in the same room for a while.",
        "Picture two people on either side of a hill. One sees the sun rising and one sees the last of the night. They can argue about the light, or one of them can walk up the hill.",
        "What helps is small: one question asked without an answer in mind, one try that is cheap enough to stop, one figure that both agree to look at, and a day on which to look. A large programme can follow. Without those four it will rest on whichever view was the louder one.",
    ],
    monday: "Take the largest gap to one person on the other side of it and ask: what do you see that I do not? Listen for ten minutes without explaining. Then agree on one small try, one figure, and a day to look at it together.",
};
