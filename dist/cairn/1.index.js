export const id = 1;
export const ids = [1,6660];
export const modules = {

/***/ 26660:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  completionScript: () => (/* binding */ completionScript)
});

;// CONCATENATED MODULE: ./lib/cli/completion/bash.js
/** The script; every word in it comes from the command table, which has no quotes in its names. */
function bashScript({ nodes, globals }) {
    return `# Completion of cairn for bash. Load it with: source <(cairn completion bash)

# Sets path to that of the command the words name, without its other names.
_cairn_canonical() {
  case "$1" in
${nodes.flatMap(canonicalCase).join('\n')}
    *) return 1 ;;
  esac
}

# Sets commands, flags and valued (flags that take a value) for a path.
_cairn_node() {
  case "$1" in
${nodes.map(nodeCase).join('\n')}
  esac
  flags+=${quoted(` ${names(globals)}`)}
  valued+=${quoted(` ${names(globals.filter(takesValue))}`)}
}

# Sets choices for a path and a flag, or a path and "" for its argument.
_cairn_choices() {
  choices=
  case "$2" in
${choiceCases('', globals).join('\n')}
  esac
  case "$1 $2" in
${nodes.flatMap(nodeChoices).join('\n')}
  esac
}

_cairn() {
  local cur prev word path= commands= flags= valued= choices= skip= i
  COMPREPLY=()
  cur=\${COMP_WORDS[COMP_CWORD]}
  _cairn_node ''
  prev=
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    # bash makes three words of --flag=value.
    if [[ $word == '=' ]]; then skip=; continue; fi
    if [[ -n $skip ]]; then skip=; prev=; continue; fi
    prev=
    if [[ $word == -* ]]; then
      if [[ " $valued " == *" $word "* ]]; then skip=1; prev=$word; fi
    elif _cairn_canonical "\${path:+$path }$word"; then
      _cairn_node "$path"
    fi
    if [[ \${COMP_WORDS[i + 1]-} == '=' && -n $skip ]]; then
      # The value behind the sign of equality.
      if ((i + 2 == COMP_CWORD || i + 1 == COMP_CWORD)); then break; fi
      skip=; prev=; ((i += 2))
    fi
  done
  [[ $cur == '=' ]] && cur=
  if [[ -n $prev ]]; then
    _cairn_choices "$path" "$prev"
    if [[ -n $choices ]]; then COMPREPLY=($(compgen -W "$choices" -- "$cur")); else COMPREPLY=($(compgen -f -- "$cur")); fi
  elif [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  elif [[ -n $commands ]]; then
    COMPREPLY=($(compgen -W "$commands" -- "$cur"))
  else
    _cairn_choices "$path" ''
    if [[ -n $choices ]]; then COMPREPLY=($(compgen -W "$choices" -- "$cur")); else COMPREPLY=($(compgen -f -- "$cur")); fi
  fi
}

complete -o filenames -F _cairn cairn
`;
}
function canonicalCase({ path, otherPaths }) {
    if (path === '')
        return [];
    return [`    ${[path, ...otherPaths].map(quoted).join(' | ')}) path=${quoted(path)} ;;`];
}
function nodeCase({ path, children, flags }) {
    return `    ${quoted(path)})
      commands=${quoted(children.map(({ name }) => name).join(' '))}
      flags=${quoted(names(flags))}
      valued=${quoted(names(flags.filter(takesValue)))}
      ;;`;
}
function nodeChoices({ path, flags, argumentChoices }) {
    const lines = choiceCases(`${path} `, flags);
    if (argumentChoices.length > 0)
        lines.push(`    ${quoted(`${path} `)}) choices=${quoted(argumentChoices.join(' '))} ;;`);
    return lines;
}
function choiceCases(prefix, flags) {
    return flags
        .filter(({ choices }) => choices.length > 0)
        .map(({ text, choices }) => `    ${quoted(prefix + text)}) choices=${quoted(choices.join(' '))} ;;`);
}
function names(flags) {
    return flags.map(({ text }) => text).join(' ');
}
function takesValue(flag) {
    return flag.takesValue;
}
function quoted(text) {
    return `'${text.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./lib/cli/completion/fish.js
/** The script, for a file named `cairn.fish` in a folder of completions. */
function fishScript({ nodes, globals }) {
    return `# Completion of cairn for fish. Write it to ~/.config/fish/completions/cairn.fish

# Prints the path of the command that the words name, without its other names.
function __cairn_canonical
  switch "$argv[1]"
${nodes.flatMap(fish_canonicalCase).join('\n')}
  end
  return 1
end

# Prints the flags of a path that take a value.
function __cairn_valued
  printf '%s\\n' ${valued(globals)}
  switch "$argv[1]"
${nodes.flatMap(valuedCase).join('\n')}
  end
end

# Prints the path of the command that is on the command line so far.
function __cairn_path
  set -l path ''
  set -l skip ''
  for word in (commandline -opc)[2..-1]
    if test -n "$skip"
      set skip ''
      continue
    end
    if string match -q -- '-*' $word
      contains -- $word (__cairn_valued "$path"); and set skip 1
      continue
    end
    set -l longer $word
    test -n "$path"; and set longer "$path $word"
    set -l found (__cairn_canonical "$longer"); and set path $found
  end
  echo $path
end

function __cairn_at
  test (__cairn_path) = "$argv[1]"
end

complete -c cairn -e
${globals.map((flag) => `complete -c cairn ${flagWords(flag)} -d ${fish_quoted(flag.help)}`).join('\n')}
${nodes.flatMap(completions).join('\n')}
`;
}
function fish_canonicalCase({ path, otherPaths }) {
    if (path === '')
        return [];
    return [`    case ${[path, ...otherPaths].map(fish_quoted).join(' ')}\n      echo ${fish_quoted(path)}\n      return 0`];
}
function valuedCase({ path, flags }) {
    const words = valued(flags);
    return words === '' ? [] : [`    case ${fish_quoted(path)}\n      printf '%s\\n' ${words}`];
}
function valued(flags) {
    return flags
        .filter(({ takesValue }) => takesValue)
        .map(({ text }) => fish_quoted(text))
        .join(' ');
}
function completions({ path, children, flags, argumentChoices }) {
    const at = `complete -c cairn -n ${fish_quoted(`__cairn_at ${fish_quoted(path)}`)}`;
    return [
        ...children.map(({ name, help }) => `${at} -f -a ${fish_quoted(name)} -d ${fish_quoted(help)}`),
        ...(argumentChoices.length === 0 ? [] : [`${at} -f -a ${fish_quoted(argumentChoices.join(' '))}`]),
        ...flags.map((flag) => `${at} ${flagWords(flag)} -d ${fish_quoted(flag.help)}`),
    ];
}
function flagWords({ text, takesValue, choices }) {
    const name = text.startsWith('--') ? `-l ${fish_quoted(text.slice(2))}` : `-s ${fish_quoted(text.slice(1))}`;
    if (!takesValue)
        return name;
    return choices.length === 0 ? `${name} -r` : `${name} -x -a ${fish_quoted(choices.join(' '))}`;
}
function fish_quoted(text) {
    return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

;// CONCATENATED MODULE: ./lib/cli/completion/powershell.js
/** The script, to be run at the start of a session. */
function powershellScript({ nodes, globals }) {
    return `# Completion of cairn for PowerShell. Load it with: cairn completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName cairn -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)

  # Path of a command as typed -> its path without other names.
  $canonical = @{
${nodes.flatMap(canonicalLines).join('\n')}
  }
  # Path -> what can follow: commands and flags as name and help, flags that take a value, and values to choose from.
  $nodes = @{
${nodes.map(nodeLines).join('\n')}
  }

  $globals = @{
    Flags = @(${pairs(globals)})
    Valued = @(${powershell_valued(globals)})
    Choices = @{ ${choices(globals).join('; ')} }
  }

  $path = ''
  $previous = ''
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
  foreach ($word in $words) {
    if ($previous -ne '') { $previous = ''; continue }
    if ($word.StartsWith('-')) {
      if ($nodes[$path].Valued -ccontains $word -or $globals.Valued -ccontains $word) { $previous = $word }
      continue
    }
    $longer = if ($path -eq '') { $word } else { "$path $word" }
    if ($canonical.ContainsKey($longer)) { $path = $canonical[$longer] }
  }

  $node = $nodes[$path]
  $found = if ($previous -ne '') {
    @(@($node.Choices[$previous]) + @($globals.Choices[$previous]) | Where-Object { $_ } | ForEach-Object { , @($_, $_) })
  } elseif ($wordToComplete.StartsWith('-')) {
    @($node.Flags) + @($globals.Flags)
  } elseif ($node.Commands.Count -gt 0) {
    $node.Commands
  } else {
    @($node.Choices[''] | Where-Object { $_ } | ForEach-Object { , @($_, $_) })
  }
  $found | Where-Object { $_ -and $_[0].StartsWith($wordToComplete, [StringComparison]::Ordinal) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
  }
}
`;
}
function canonicalLines({ path, otherPaths }) {
    if (path === '')
        return [];
    return [path, ...otherPaths].map((written) => `    ${powershell_quoted(written)} = ${powershell_quoted(path)}`);
}
function nodeLines({ path, children, flags, argumentChoices }) {
    const argument = argumentChoices.length === 0 ? [] : [`'' = @(${argumentChoices.map(powershell_quoted).join(', ')})`];
    return `    ${powershell_quoted(path)} = @{
      Commands = @(${pairs(children.map(({ name, help }) => ({ text: name, help })))})
      Flags = @(${pairs(flags)})
      Valued = @(${powershell_valued(flags)})
      Choices = @{ ${[...argument, ...choices(flags)].join('; ')} }
    }`;
}
function pairs(list) {
    return list.map(({ text, help }) => `, @(${powershell_quoted(text)}, ${powershell_quoted(help)})`).join('; ');
}
function powershell_valued(flags) {
    return flags
        .filter(({ takesValue }) => takesValue)
        .map(({ text }) => powershell_quoted(text))
        .join(', ');
}
function choices(flags) {
    const some = distinct(flags.filter((flag) => flag.choices.length > 0));
    return some.map((flag) => `${powershell_quoted(flag.text)} = @(${flag.choices.map(powershell_quoted).join(', ')})`);
}
/** Keys of a table do not differ by letter case alone. */
function distinct(flags) {
    const seen = new Set();
    return flags.filter(({ text }) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase()));
}
function powershell_quoted(text) {
    return `'${text.replaceAll("'", "''")}'`;
}

// EXTERNAL MODULE: ./lib/cli/global-flags.js + 2 modules
var global_flags = __webpack_require__(54847);
// EXTERNAL MODULE: ./lib/cli/groups.js
var groups = __webpack_require__(35796);
;// CONCATENATED MODULE: ./lib/cli/completion/tree.js


/** A flag that is always refused is not offered. */
function isOffered({ refusal }) {
    return refusal === undefined || refusal.allows !== undefined;
}
/** Flags that the parser itself gives every command. */
const HELP = { name: 'help', help: 'Show the help of the command.' };
const VERSION = { name: 'version', help: 'Show version and commit.' };
const HELP_FULL = { name: 'help-full', help: 'Show the help of every command.' };
/** The tree of a table. Hidden flags complete too: whoever knows their first letters may have the rest. */
function completionTree(commands) {
    const table = commands.filter(({ isRefused }) => isRefused !== true);
    const paths = [...new Set(['', ...table.flatMap(({ path }) => path.map((_, depth) => path.slice(0, depth + 1).join(' ')))])];
    return { nodes: paths.map((path) => nodeOf(path, table, paths)), globals: [...global_flags/* GLOBAL_FLAGS */.a.filter(isOffered), HELP].flatMap(flagForms) };
}
function nodeOf(path, table, paths) {
    const spec = table.find((each) => each.path.join(' ') === path);
    const prefix = path === '' ? '' : `${path} `;
    const below = paths.filter((other) => other !== '' && other.startsWith(prefix) && !other.slice(prefix.length).includes(' '));
    const own = path === '' ? [VERSION, HELP_FULL] : (spec?.flags ?? []);
    return {
        path,
        otherPaths: otherPaths(path, table),
        children: below.filter((other) => other !== path).map((other) => ({ name: other.slice(prefix.length), help: helpOf(other, table) })),
        flags: own.flatMap(flagForms),
        argumentChoices: spec?.arguments?.[0]?.choices ?? [],
    };
}
function helpOf(path, table) {
    const spec = table.find((each) => each.path.join(' ') === path);
    return spec?.summary ?? groups/* GROUPS */.f[path.split(' ').at(-1) ?? '']?.summary ?? '';
}
/** Every way to write the path when each word may be one of its other names. */
function otherPaths(path, table) {
    if (path === '')
        return [];
    const words = path.split(' ');
    let written = [''];
    for (const [depth, word] of words.entries()) {
        const upTo = words.slice(0, depth + 1).join(' ');
        const spec = table.find((each) => each.path.join(' ') === upTo);
        const group = spec === undefined ? groups/* GROUPS */.f[word]?.alias : undefined;
        const names = [word, ...(spec?.aliases ?? []), ...(group === undefined ? [] : [group])];
        written = written.flatMap((before) => names.map((name) => (before === '' ? name : `${before} ${name}`)));
    }
    return written.filter((each) => each !== path);
}
function flagForms(flag) {
    const base = { takesValue: flag.value !== undefined, choices: flag.choices ?? [], help: flag.help };
    const forms = [{ ...base, text: `--${flag.name}` }];
    if (flag.isNegatable)
        forms.push({ ...base, text: `--no-${flag.name}` });
    if (flag.short !== undefined)
        forms.push({ ...base, text: `-${flag.short}` });
    return forms;
}

;// CONCATENATED MODULE: ./lib/cli/completion/zsh.js
/** The script, for a file named `_cairn` in a folder of `fpath`, or to be read at start. */
function zshScript({ nodes, globals }) {
    return `#compdef cairn
# Completion of cairn for zsh. Write it to a file named _cairn in a folder of $fpath, or load it with: source <(cairn completion zsh)

# Sets cairn_path to that of the command the words name, without its other names.
_cairn_canonical() {
  case "$1" in
${nodes.flatMap(zsh_canonicalCase).join('\n')}
    (*) return 1 ;;
  esac
}

# Sets cairn_commands, cairn_flags and cairn_valued for a path.
_cairn_node() {
  cairn_commands=() cairn_flags=() cairn_valued=()
  case "$1" in
${nodes.map(zsh_nodeCase).join('\n')}
  esac
  cairn_flags+=(${describedFlags(globals)})
  cairn_valued+=(${valuedFlags(globals)})
}

# Sets cairn_choices for a path and a flag, or a path and "" for its argument.
_cairn_choices() {
  cairn_choices=()
  case "$2" in
${zsh_choiceCases('', globals).join('\n')}
  esac
  case "$1 $2" in
${nodes.flatMap(zsh_nodeChoices).join('\n')}
  esac
}

_cairn() {
  local cairn_path= word cur=\${words[CURRENT]} prev= i skip=
  local -a cairn_commands cairn_flags cairn_valued cairn_choices
  _cairn_node ''
  for ((i = 2; i < CURRENT; i++)); do
    word=\${words[i]}
    if [[ -n $skip ]]; then skip=; prev=; continue; fi
    prev=
    if [[ $word == -* ]]; then
      if (( \${cairn_valued[(Ie)$word]} )); then skip=1; prev=$word; fi
    elif _cairn_canonical "\${cairn_path:+$cairn_path }$word"; then
      _cairn_node "$cairn_path"
    fi
  done
  if [[ -z $prev && $cur == --*=* ]]; then
    prev=\${cur%%=*}
    compset -P '*='
  fi
  if [[ -n $prev ]]; then
    _cairn_choices "$cairn_path" "$prev"
    if (( \${#cairn_choices} )); then compadd -a cairn_choices; else _files; fi
  elif [[ $cur == -* ]]; then
    _describe -o flag cairn_flags
  elif (( \${#cairn_commands} )); then
    _describe command cairn_commands
  else
    _cairn_choices "$cairn_path" ''
    if (( \${#cairn_choices} )); then compadd -a cairn_choices; else _files; fi
  fi
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _cairn "$@"
else
  compdef _cairn cairn
fi
`;
}
function zsh_canonicalCase({ path, otherPaths }) {
    if (path === '')
        return [];
    return [`    (${[path, ...otherPaths].map(zsh_quoted).join(' | ')}) cairn_path=${zsh_quoted(path)} ;;`];
}
function zsh_nodeCase({ path, children, flags }) {
    return `    (${zsh_quoted(path)})
      cairn_commands=(${children.map(({ name, help }) => described(name, help)).join(' ')})
      cairn_flags=(${describedFlags(flags)})
      cairn_valued=(${valuedFlags(flags)})
      ;;`;
}
function zsh_nodeChoices({ path, flags, argumentChoices }) {
    const lines = zsh_choiceCases(`${path} `, flags);
    if (argumentChoices.length > 0)
        lines.push(`    (${zsh_quoted(`${path} `)}) cairn_choices=${list(argumentChoices)} ;;`);
    return lines;
}
function zsh_choiceCases(prefix, flags) {
    return flags
        .filter(({ choices }) => choices.length > 0)
        .map(({ text, choices }) => `    (${zsh_quoted(prefix + text)}) cairn_choices=${list(choices)} ;;`);
}
function describedFlags(flags) {
    return flags.map(({ text, help }) => described(text, help)).join(' ');
}
function valuedFlags(flags) {
    return flags
        .filter(({ takesValue }) => takesValue)
        .map(({ text }) => zsh_quoted(text))
        .join(' ');
}
function described(name, help) {
    return zsh_quoted(`${name.replaceAll(':', '\\:')}:${help}`);
}
function list(words) {
    return `(${words.map(zsh_quoted).join(' ')})`;
}
function zsh_quoted(text) {
    return `'${text.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./lib/cli/completion/script.js





const WRITERS = { bash: bashScript, zsh: zshScript, fish: fishScript, powershell: powershellScript };
/** The script, ending in a newline. */
function completionScript(shell, table) {
    return WRITERS[shell](completionTree(table));
}


/***/ }),

/***/ 60001:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   completion: () => (/* binding */ completion)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _command_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68526);
/* harmony import */ var _completion_script_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26660);
/* harmony import */ var _completion_shells_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18750);
/** `cairn completion`: the script that a shell loads. */





async function completion(context, input) {
    const shell = input.argument('shell') ?? '';
    if (!(0,_completion_shells_js__WEBPACK_IMPORTED_MODULE_4__/* .isShell */ .H)(shell)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `Cairn has no completion for ${JSON.stringify(shell)}.`, {
            hint: `It has one for ${_completion_shells_js__WEBPACK_IMPORTED_MODULE_4__/* .SHELLS */ .O.join(', ')}.`,
        });
    }
    await context.write((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)((0,_completion_script_js__WEBPACK_IMPORTED_MODULE_3__.completionScript)(shell, _command_table_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMANDS */ .L)));
    return 0;
}


/***/ })

};
