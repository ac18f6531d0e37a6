#!/usr/bin/env bash
# A round of follow-up of Vasa's programme, from the first command to the last. All answers are invented.
#
#     bash vasa-round-2020.sh FOLDER
#
# FOLDER is made; it must not hold anything yet. Wanted: muniprog, muniprog-xlsx, vasa_2019_2022 and openpyxl.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?Say which folder to work in.}
export MUNIPROG_LANGUAGE=en

# Make the folder, and work in it.
mkdir "$folder"
cd "$folder"

# Copy the programme, so that nothing invented gets into the example itself.
muniprog copy vasa_2019_2022 vasa

# Say on every page what this is.
echo 'notice: {sv: Exempeldata, fi: Esimerkkitietoa, en: Sample data}' >> vasa/programme.yaml

# Open the round.
muniprog followup open vasa 2020 --on 2020-12-01 --deadline 2021-01-29

# Write the forms: workbooks, and a table for the one that has no spreadsheet program.
muniprog followup forms vasa 2020 -o forms --to xlsx
muniprog followup forms vasa 2020 -o forms --to csv --owner pikipruukki

# Ten owners answer, each in its own way.
python3 "$here/ten_owners.py" fill vasa 2020 forms answers

# Meanwhile one question changes: experts are counted, not persons. Who has answered it has answered in an older form.
sed '/id: erfarenhetssakkunniga-i-arbete/,/unit:/ s/unit: .*/unit: {sv: sakkunniga, fi: asiantuntijaa, en: experts}/' \
  vasa/programme.yaml > changed.yaml
mv changed.yaml vasa/programme.yaml

# Collect. Something is wrong, so the exit code is 1 and nothing is taken, although --save is said.
cp -R vasa before
code=0
muniprog followup collect vasa 2020 answers/* --on 2021-01-20 --save | tee first.txt || code=$?
echo "Exit code $code."
test "$code" -eq 1
diff -r before vasa

# The owners mend what was wrong.
python3 "$here/ten_owners.py" mend answers

# Collect again: all is taken.
muniprog followup collect vasa 2020 answers/* --on 2021-01-25 --save | tee second.txt

# Collect a third time: nothing changes, not a byte.
cp -R vasa saved
muniprog followup collect vasa 2020 answers/* --on 2021-01-26 --save | tee third.txt
diff -r saved vasa

# See who has answered.
muniprog followup status vasa 2020 --as-of 2021-01-30

# Close the round, although most have not answered: the record tells who.
muniprog followup close vasa 2020 --on 2021-02-15 --anyway

# Report it to the council.
muniprog report followup vasa --period 2020 --language sv -o uppfoljning-2020.html
